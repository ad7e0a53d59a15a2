var service = Service("case", s => s.OnlyWhenNotified());
File("/etc/systemd/system/case.service", f =>
{
    f.Content = "[Unit]\nDescription=changed\n[Service]\nExecStart=/bin/sleep infinity\nExecReload=/bin/true\n[Install]\nWantedBy=multi-user.target\n";
    f.Notifies(service.Restart);
});
File("/srv/case.conf", f =>
{
    f.Content = "changed\n";
    f.Notifies(service.Restart);
});
