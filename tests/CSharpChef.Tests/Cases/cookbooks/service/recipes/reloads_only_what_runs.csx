var service = Service("case", s => s.OnlyWhenNotified());
File("/srv/case.conf", f =>
{
    f.Content = "new\n";
    f.Notifies(service.Reload);
});
