Line("/srv/case/conf", l =>
{
    l.Block = "case";
    l.Text = "new";
});
Line("/srv/case/conf", l =>
{
    l.Block = "other";
    l.Do(l.Remove);
});
