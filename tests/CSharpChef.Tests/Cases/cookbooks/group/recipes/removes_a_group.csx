Group("ops", g => g.Do(g.Remove));
Group("never", g => g.Do(g.Remove));
