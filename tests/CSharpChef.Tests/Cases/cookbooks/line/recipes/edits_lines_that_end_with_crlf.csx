Line("/srv/case/win.ini", l => l.Text = "host=a");
Line("/srv/case/win.ini", l => (l.Block, l.Text) = ("case", "x"));
Line("/srv/case/win.ini", l => (l.Text, l.Match) = ("Port 22", "^Port [0-9]$"));
Line("/srv/case/win.ini", l => l.Text = "added");
Line("/srv/case/win.ini", l => (l.Block, l.Text) = ("more", "y"));
File("/srv/case/win.ini", f => f.Content = "Port 22\r\nhost=a\r\n# BEGIN case\r\nx\r\n# END case\r\nlast\r\nadded\r\n# BEGIN more\r\ny\r\n# END more\r\n");
Line("/srv/case/unix.ini", l =>
{
    l.Text = "Port 1";
    l.Do(l.Remove);
});
