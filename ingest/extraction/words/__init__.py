"""What words and names tell by themselves, whatever clause they stand in."""
