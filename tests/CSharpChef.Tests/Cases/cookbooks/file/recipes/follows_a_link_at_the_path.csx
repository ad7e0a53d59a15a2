File("/srv/case/link", f =>
{
    f.Content = "through the link\n";
    f.Mode = "0640";
});
