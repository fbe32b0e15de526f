"""What every file carries: table, codebook, stamp, seal."""
