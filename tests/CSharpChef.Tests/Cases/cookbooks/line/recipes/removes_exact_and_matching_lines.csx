Line("/srv/case/conf", l =>
{
    l.Text = "User x";
    l.Do(l.Remove);
});
Line("/srv/case/conf", l =>
{
    l.Match = "^Port [0-9]+$";
    l.Do(l.Remove);
});
Line("/srv/case/missing", l =>
{
    l.Text = "x";
    l.Do(l.Remove);
});
