using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.TestSupport.Editor;

/// <summary>
/// The cookbooks that the tests of the language server edit: <c>web</c>, which depends on <c>base</c>.
/// </summary>
internal static class EditorCookbooks
{
    public const string Recipe = """
        #:include ../lib/greeting.csx
        #:include cookbook:base/lib/paths.csx
        var site = Node.Bind<SiteOptions>("site");
        var conf = Template("/etc/site.conf", t => t.Source = "site.conf");
        Package("nginx");

        """;

    public const string Motd = """
        /// <summary>The message of the day.</summary>
        /// <param name="text">What it says.</param>
        sealed class MotdResource(string text) : Resource(text)
        {
            /// <summary>The color of the message.</summary>
            public string Color { get; set; } = "red";

            public ResourceAction Create => Act(_ => [new FileStep("/etc/motd") { Content = FileContent.FromText(Name) }]);

            protected override IEnumerable<ResourceAction> DefaultActions() => [Create];
        }

        """;

    public const string Options = """
        /// <summary>The options of a site.</summary>
        record SiteOptions
        {
            public int Port { get; init; } = 8080;
        }

        """;

    public static CookbookFolder Create() => new CookbookFolder()
        .With("base/cookbook.json", """{ "name": "base", "version": "1.0.0" }""")
        .With("base/resources/motd.csx", Motd)
        .With("base/lib/paths.csx", "static class Paths { public static string Sites => \"/etc/sites\"; }\n")
        .With("web/cookbook.json", """{ "name": "web", "version": "1.0.0", "dependencies": ["base"] }""")
        .With("web/attributes/default.json", """{ "site": { "port": 80, "tls": { "enabled": true } } }""")
        .With("web/templates/site.conf.liquid", "listen {{ port }};\n")
        .With("web/files/logo.txt", "logo\n")
        .With("web/lib/options.csx", Options)
        .With("web/lib/greeting.csx", "string Greeting() => \"hello\";\n")
        .With("web/recipes/default.csx", Recipe)
        .With("web/recipes/deploy.csx", "Log(\"deployed\");\n");
}
