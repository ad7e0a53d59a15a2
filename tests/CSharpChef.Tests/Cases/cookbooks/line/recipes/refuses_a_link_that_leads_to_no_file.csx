Line("/srv/case/link", l =>
{
    l.Text = "x";
    l.Do(l.Remove);
});
Line("/srv/case/link", l => l.Text = "x");
