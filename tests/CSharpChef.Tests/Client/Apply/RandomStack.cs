using CSharpChef.Recipes;

namespace CSharpChef.Tests.Client.Apply;

/// <summary>Declares random stacks from few names, so that each is an edit of the one before.</summary>
internal static class RandomStack
{
    public static void Declare(StackContext file, Random random)
    {
        file.Stack("any", s =>
        {
            Maybe(random, () => s.DefaultOs = One(random, "Debian 12", "Debian 13"));
            Maybe(random, () => s.CustomJson = new { a = random.Next(3), b = new[] { random.Next(3) } });
            Maybe(random, () => s.Tags[One(random, "a", "b")] = One(random, "x", "y"));
            Maybe(random, () => s.Cookbooks = StackContext.Git(
                One(random, "https://example.com/a.git", "https://example.com/b.git"), One(random, "main", "next")));
        });
        var layers = new[] { "a", "b", "c" }.Where(_ => random.Next(3) > 0).ToList();
        layers.ForEach(name => file.Layer(name, l => Layer(l, random)));
        foreach (var name in layers.Count == 0 ? [] : new[] { "one", "two", "three" }.Where(_ => random.Next(2) > 0))
        {
            file.Instance(name, i =>
            {
                i.Layers([.. layers.Where((_, index) => index == 0 || random.Next(2) > 0)]);
                Maybe(random, () => i.Type = One(random, "small", "large"));
                Maybe(random,
                    () => i.Hours(random.Next(12)..(12 + random.Next(12)), DayOfWeek.Monday, DayOfWeek.Sunday));
            });
        }

        foreach (var name in new[] { "shop", "blog" }.Where(_ => random.Next(2) > 0))
        {
            file.App(name, a => App(a, random));
        }

        Maybe(random, () => file.Permission("alice", p => p.Level = One(random, "show", "deploy", "manage")));
    }

    private static void Layer(LayerDeclaration l, Random random)
    {
        Maybe(random, () => l.Name = One(random, "first", "second"));
        Maybe(random, () => l.Setup([.. new[] { "nginx", "base", "app::setup" }.Where(_ => random.Next(2) > 0)]));
        Maybe(random, () => l.Packages(One(random, "curl", "jq")));
        Maybe(random, () => l.ShutdownTimeout = TimeSpan.FromSeconds(random.Next(60, 62)));
        Maybe(random, () => l.Tags[One(random, "a", "b", "c")] = One(random, "x", "y"));
        Maybe(random, () => l.Attributes[One(random, "Jvm", "NodejsVersion")] = One(random, "1", "2"));
        Maybe(random, () => l.LoadBasedScaling.Up.Cpu = random.Next(50, 53));
        Maybe(random, () => l.Volume("/vol/data", random.Next(10, 12)));
    }

    private static void App(AppDeclaration a, Random random)
    {
        Maybe(random, () => a.Environment[One(random, "A", "B")] = One(random, "x", "y", ""));
        Maybe(random, () => a.SecureEnvironment[One(random, "C", "D")] = StackContext.Secret("SHOP_APPLY_TOKEN"));
        Maybe(random, () => a.Domains(One(random, "a.example.com", "b.example.com")));
        Maybe(random, () => a.Source = StackContext.Git(
            "https://example.com/a.git", One(random, "main", "next"), "bob", StackContext.Secret("SHOP_APPLY_TOKEN")));
        Maybe(random, () => a.Type = One(random, "other", "php"));
    }

    private static void Maybe(Random random, Action some)
    {
        if (random.Next(2) > 0)
        {
            some();
        }
    }

    private static string One(Random random, params string[] all) => all[random.Next(all.Length)];
}
