"""What a touchpoint must carry on its channel, and the limits it keeps to."""
