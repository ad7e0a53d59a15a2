Line("/srv/case/new", l => l.Text = "first");
