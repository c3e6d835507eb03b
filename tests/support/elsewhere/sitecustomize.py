"""Change the day and the order of files in any Python that starts with this folder on its path."""

import datetime
import os
import random

import time_machine

ORDER = random.Random(os.environ["FILE_ORDER"])


def shuffled(real):
    """The same listing of a folder, in an order that no file system promises against."""

    class Listing(list):
        def __enter__(self):
            return self

        def __exit__(self, *error):
            return None

        def __next__(self):
            return self.pop() if self else exhausted()

        def close(self):
            return None

    def exhausted():
        raise StopIteration

    def listing(path="."):
        entries = Listing(real(path))
        ORDER.shuffle(entries)
        return entries

    return listing


os.listdir, os.scandir = shuffled(os.listdir), shuffled(os.scandir)
time_machine.travel(datetime.datetime.fromisoformat(os.environ["TODAY"]), tick=True).start()
