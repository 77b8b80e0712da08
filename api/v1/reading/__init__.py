"""How requests are read and answers are shaped: parameters, cursors, selections."""
