home = Home
home = Start
