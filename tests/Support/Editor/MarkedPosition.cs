namespace CSharpChef.TestSupport.Editor;

/// <summary>A position in a text, and what completion offers there.</summary>
/// <param name="Name">What the position is.</param>
/// <param name="Text">The text with <c>$$</c> at the position.</param>
/// <param name="Expected">Labels that are offered, separated by blanks.</param>
/// <param name="Unwanted">Labels that are not.</param>
internal sealed record MarkedPosition(string Name, string Text, string Expected, string Unwanted = "")
{
    private const string OfObjects = "Equals GetHashCode GetType ToString ReferenceEquals MemberwiseClone";
    private const string Places = "sourceFile sourceFile: sourceLine sourceLine:";
    private const string Recipe = "web/recipes/default.csx";
    private const string Motd = "base/resources/motd.csx";
    private const string Options = "web/lib/options.csx";

    /// <summary>The file, below the folder of the cookbooks.</summary>
    public string File { get; init; } = Recipe;

    public static IReadOnlyList<MarkedPosition> All { get; } =
    [
        InRecipe("the beginning of a word", "Pack$$", "Package PackageResource", $"PackageStep {OfObjects}"),
        InRecipe("an empty line", "$$", "Package Template Service File Node Include await", $"FileStep ServiceStep Step {OfObjects}"),
        InRecipe("letters of two words of a name", "cofi$$", "CookbookFile", "Package"),
        InRecipe("a resource", "Service(\"x\").$$", "Restart Reload Notifies OnlyIf", OfObjects),
        InRecipe("a resource in its lambda", "Template(\"/x\", t => { t.$$ });", "Source Variables Mode", OfObjects),
        InRecipe("a lambda that is not closed", "Template(\"/x\", t => { t.$$", "Source Variables Mode", OfObjects),
        InRecipe("a lambda without braces", "Service(\"x\", s => s.$$", "OnlyWhenNotified Restart", OfObjects),
        InRecipe("an action", "Service(\"x\", s => s.Do(s.$$", "Restart Reload Enable", OfObjects),
        InRecipe("an action to notify", "File(\"/x\", f => f.Notifies(conf.$$", "Create Delete", OfObjects),
        InRecipe("a variable of the recipe", "con$$", "conf", OfObjects),
        InRecipe("the node", "Node.$$", "Hostname Platform Memory Bind", OfObjects),
        InRecipe("a fact", "if (Node.Platform.$$", "Family Name Version", OfObjects),
        InRecipe("other nodes", "foreach (var n in Nodes) { n.$$", "Address Groups Hostname", OfObjects),
        InRecipe("a query of nodes", "Nodes.Where(n => n.Groups.Con$$", "Contains", OfObjects),
        InRecipe("a word of shared code of another cookbook", "Mot$$", "Motd MotdResource", OfObjects),
        InRecipe("a resource of another cookbook", "Motd(\"x\", m => m.$$", "Color Create Notifies", OfObjects),
        InRecipe("options of the own lib", "site.$$", "Port", OfObjects),
        InRecipe("a type of the own lib", "new Site$$", "SiteOptions"),
        InRecipe("a function of a script that is loaded", "Greet$$", "Greeting"),
        InRecipe("a type of a loaded script of another cookbook", "Paths.$$", "Sites", OfObjects),
        InRecipe("a value of an enum", "Log(\"x\", l => l.Level = LogLevel.$$", "Info Warning", OfObjects),
        InRecipe("a text", "Node.Hostname.$$", "Length Split Contains", OfObjects),
        InRecipe("an interpolation", "File($\"/etc/{Node.$$", "Hostname", OfObjects),
        InRecipe("the name of a template", "Template(\"/x\", t => t.Source = \"$$\");", "site.conf", "logo.txt Package"),
        InRecipe("a text that is not closed", "Template(\"/x\", t => t.Source = \"si$$", "site.conf", "Package"),
        InRecipe("the name of a file", "CookbookFile(\"/x\", f => { f.Source = \"$$\"; });", "logo.txt", "site.conf"),
        InRecipe("the name of a recipe", "Include(\"$$\");", "web web::deploy", "Package"),
        InRecipe("a path of attributes", "var port = Node[\"site.$$\"];", "site.port site.tls.enabled", "Package"),
        InRecipe("a section of attributes", "Node.Bind<SiteOptions>(\"$$\");", "site", "Package"),
        InRecipe("a script to include", "", "../lib/options.csx ../lib/greeting.csx cookbook:base/lib/paths.csx", "Package") with
        {
            Text = $"#:include ../lib/$$\n{EditorCookbooks.Recipe}",
        },
        InRecipe("a named argument", "Template(\"/x\", c$$", "configure:"),
        InRecipe("a letter of arguments that the compiler fills in", "Template(\"/x\", s$$", "string", Places),
        InRecipe("such a letter in a call that is closed", "Service(\"x\", sourceL$$)", "", Places),
        InRecipe("the second word of such an argument", "Directory(\"/x\", l$$)", "", Places),
        InRecipe("the value of await", "await $$", "Include Query", OfObjects),
        InRecipe("the value of await before a semicolon", "await $$;", "Include Query", OfObjects),
        InRecipe("the value of await before another line", "await $$\nPackage(\"x\");", "Include Query", OfObjects),
        AtTheEnd("#:sdk CSharpChef.Sdk@0.1.0"),
        AtTheEnd("#:include ../lib/greeting.csx"),
        AtTheEnd("#:package A@1"),
        AtTheEnd("#nullable enable"),
        InRecipe("a statement before others", "", "Package", OfObjects) with { Text = $"Pack$$\n{EditorCookbooks.Recipe}" },
        InMotd("a member of a resource", "=> [Create]", "=> [Cre$$ate]", "Create"),
        InMotd("what a step has", "{ Content =", "{ $$ Content =", "Mode Owner"),
        InMotd("a step", "new FileStep", "new FileSt$$", "FileStep"),
        InMotd("a member to override", "    protected override IEnumerable<ResourceAction> DefaultActions() => [Create];", "    protected override Defa$$", "DefaultActions()"),
        InMotd("a word in a resource", "=> [Create]", "=> [Context.$$]", "Package Node Declare", OfObjects),
        InMotd("all members to override", "    protected override IEnumerable<ResourceAction> DefaultActions() => [Create];", "    public override $$", "ToString()", "GetType MemberwiseClone"),
        new("a type in lib", EditorCookbooks.Options.Replace("int Port", "IReadOnlyLi$$ Port", StringComparison.Ordinal), "IReadOnlyList<>") { File = Options },
        new("an attribute in lib", EditorCookbooks.Options.Replace("public int", "[Ran$$] public int", StringComparison.Ordinal), "Range") { File = Options },
        new("a member of a text in lib", EditorCookbooks.Options.Replace("}\n", "    string A => \"a\".$$;\n}\n", StringComparison.Ordinal), "Length Split", OfObjects) { File = Options },
    ];

    public override string ToString() => Name;

    private static MarkedPosition InRecipe(string name, string line, string expected, string unwanted = "") =>
        new(name, EditorCookbooks.Recipe + line, expected, unwanted);

    private static MarkedPosition AtTheEnd(string directive) =>
        new($"the last line, behind {directive}", $"{directive}\n$$", "Package Template Node", "annotations");

    private static MarkedPosition InMotd(
        string name, string old, string marked, string expected, string unwanted = "") =>
        new(name, EditorCookbooks.Motd.Replace(old, marked, StringComparison.Ordinal), expected, unwanted)
        {
            File = Motd,
        };
}
