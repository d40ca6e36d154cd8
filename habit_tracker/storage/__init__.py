"""The one database: engine, tables, schema upgrade, journal (wins), plans, ledger (nudges), settings."""
