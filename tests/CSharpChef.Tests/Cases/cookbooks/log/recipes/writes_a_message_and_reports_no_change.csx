Log("some words");
Log("a warning", l => l.Level = LogLevel.Warning);
