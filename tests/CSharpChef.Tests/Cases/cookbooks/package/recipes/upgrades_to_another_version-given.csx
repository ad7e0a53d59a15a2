Package("fleet-demo", p => p.Version = "1.0");
