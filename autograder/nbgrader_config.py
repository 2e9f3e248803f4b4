# For `nbgrader generate_assignment` on released notebooks: solutions are stubs and outputs are gone already, so nbgrader
# locks, records and checks the cells and leaves their text alone. Copy it into the folder of the nbgrader course.
c = get_config()  # noqa: F821
c.GenerateAssignment.preprocessors = [
    "nbgrader.preprocessors.LockCells",
    "nbgrader.preprocessors.ComputeChecksums",
    "nbgrader.preprocessors.SaveCells",
    "nbgrader.preprocessors.CheckCellMetadata",
]
