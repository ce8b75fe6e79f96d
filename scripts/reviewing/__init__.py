"""What writers do with records in a terminal: review what nobody has looked at yet, and cut new ones.

queue       which records wait, in the order of their article
decision    what a key does to a record's file, and how it is undone
screen      a record beside the words it was made from
keyboard    one key at a time, or a line where there is no terminal
session     the walk itself
cutting     drafts cut out of a source by how their words open and close
"""
