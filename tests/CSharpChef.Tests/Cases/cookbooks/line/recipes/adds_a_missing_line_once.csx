Line("/srv/case/conf", l => l.Text = "AllowUsers ann");
Line("/srv/case/conf", l => l.Text = "User x");
