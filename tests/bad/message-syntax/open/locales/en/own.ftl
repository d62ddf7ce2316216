greeting = Hello { $name
