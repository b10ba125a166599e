"""Parquet: for DuckDB, pandas, Polars and Spark."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from itertools import accumulate
from typing import TYPE_CHECKING

from ..errors import UsageError
from .tables import Kind, Table, Value, tables

if TYPE_CHECKING:
    from arro3.core import Array
    from arro3.core import Table as Arrow

    from .opened import Opened


class Parquet:
    """Four files; lists are lists, numbers are 64 bits wide, and what is empty is null."""

    name = "parquet"
    file = "parquet"
    is_folder = True

    def export(self, opened: Opened) -> Mapping[str, bytes]:
        """``nodes.parquet``, ``edges.parquet``, ``figures.parquet`` and ``evidence.parquet``."""
        try:
            from arro3.io import write_parquet
        except ImportError as error:
            remedy = "pip install 'zhimai[parquet]'"
            raise UsageError("Parquet needs a library that is not installed", where="parquet", remedy=remedy) from error
        files = {}
        for table in tables(opened.graph):
            out = BytesIO()
            write_parquet(_arrow(table), out)
            files[f"{table.name}.parquet"] = out.getvalue()
        return files


def _arrow(table: Table) -> Arrow:
    from arro3.core import Table as Arrow

    columns = list(zip(*table.rows, strict=True)) or [()] * len(table.columns)
    arrays = [_array(values, column.kind) for values, column in zip(columns, table.columns, strict=True)]
    return Arrow.from_arrays(arrays, names=[column.name for column in table.columns])


def _array(values: Sequence[Value], kind: Kind) -> Array:
    from arro3.core import Array, DataType, list_array

    if kind is Kind.LIST:
        lists = [value for value in values if isinstance(value, tuple)]
        offsets = Array([0, *accumulate(map(len, lists))], type=DataType.int32())
        return list_array(offsets, Array([item for items in lists for item in items], type=DataType.string()))
    if kind is Kind.STRING:
        return Array([value or None for value in values], type=DataType.string())
    if kind is Kind.NUMBER:
        return Array([float(value) for value in values if not isinstance(value, tuple)], type=DataType.float64())
    return Array(list(values), type=DataType.int64() if kind is Kind.INTEGER else DataType.bool())
