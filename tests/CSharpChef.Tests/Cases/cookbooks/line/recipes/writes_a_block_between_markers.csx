Line("/srv/case/conf", l =>
{
    l.Block = "case";
    l.Text = "one\n  two $x 'y'\n";
});
Line("/srv/case/new", l =>
{
    l.Block = "case";
    l.Text = "only";
});
