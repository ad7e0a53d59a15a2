Line("/srv/case/conf", l =>
{
    l.Text = "aaa is three";
    l.Match = "^a{2,3} is ";
});
Line("/srv/case/conf", l =>
{
    l.Block = "open";
    l.Text = "closed now";
});
