var nginx = Node.Bind<NginxOptions>("nginx");

Package(nginx.Package);

Directory(nginx.Root, d => d.Recursive = true);

File($"{nginx.Root}/index.html", f =>
{
    f.Content = $"<!doctype html>\n<title>{Node.Hostname}</title>\n<p>Served by {Node.Fqdn}.</p>\n";
    f.Do(f.CreateIfMissing);
});

var service = Service("nginx", s => s.OnlyWhenNotified());

Template($"{SiteFolder()}/tuning.conf", t =>
{
    t.Source = "tuning.conf";
    t.Notifies(service.Reload);
});

Template($"{SiteFolder()}/site.conf", t =>
{
    t.Source = "site.conf";
    t.Variables = nginx;
    t.Notifies(service.Reload);
});

// Debian's own site listens on port 80 too.
if (Node.Platform.Family == "debian")
{
    Link("/etc/nginx/sites-enabled/default", l =>
    {
        l.Do(l.Delete);
        l.Notifies(service.Reload);
    });
}

Service("nginx");

string SiteFolder() => Node.Platform.Family == "alpine" ? "/etc/nginx/http.d" : "/etc/nginx/conf.d";
