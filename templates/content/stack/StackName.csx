// csharpchef plan -f StackName.csx shows what would change on the server, csharpchef apply -f StackName.csx makes the changes.
Stack("StackName", s =>
{
    s.DefaultOs = "Debian 12";
    s.Cookbooks = Git("https://example.com/cookbooks.git", revision: "main");
});

Layer("web", l =>
{
    l.Name = "Web servers";
    l.Setup("web");
});

foreach (var number in Enumerable.Range(1, 2))
{
    Instance($"web{number}", i => i.Layers("web"));
}

App("StackName", a => a.Source = Git("https://example.com/StackName.git"));
