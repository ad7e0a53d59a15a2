Line("/srv/case/conf", l =>
{
    l.Text = "Port 2222";
    l.Match = "^Port 222";
});
Line("/srv/case/conf", l =>
{
    l.Text = "No.such [line] *";
    l.Match = "^No\\.such ";
});
