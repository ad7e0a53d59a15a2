// A recipe: it brings a machine to this state, and changes only what differs.
// `csharpchef converge HOST -r CookbookName` runs it.
var options = Node.Bind<Options>("cookbook_key");
var folder = options.Folder.Length > 0
    ? options.Folder
    : await Query("printf %s \"${XDG_DATA_HOME:-$HOME/.local/share}/CookbookName\"");

Directory(folder, d => d.Recursive = true);

Template($"{folder}/welcome.txt", t =>
{
    t.Source = "welcome.txt";
    t.Variables = new { options.Greeting };
});

// The attributes of this cookbook; attributes/default.json has their defaults.
record Options
{
    public string Folder { get; init; } = "";

    [Required]
    public string Greeting { get; init; } = "";
}
