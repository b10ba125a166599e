"""How well and how fast Zhimai reads; see ``benchmarks/README.md``. No part of the package."""
