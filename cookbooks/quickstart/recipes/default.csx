var options = Node.Bind<QuickstartOptions>("quickstart");
var home = options.Folder.Length > 0 ? options.Folder : await Query("printf %s \"${XDG_DATA_HOME:-$HOME/.local/share}/csharpchef-quickstart\"");

Log($"Everything below goes to {home}");

Directory(home, d => d.Recursive = true);

// A file whose content is in this recipe. Change it by hand, run again, and see the diff.
File($"{home}/hello.txt", f => f.Content = $"{options.Greeting} from {Node.Name}!\n");

// A command that only runs when another resource asks for it.
var counted = Execute($"wc -w '{home}/machine.txt' > '{home}/words.txt'");
counted.Name = "count the words";
counted.OnlyWhenNotified();

// A template filled with facts of the machine.
Template($"{home}/machine.txt", t =>
{
    t.Source = "machine.txt";
    t.Variables = new { options.Greeting };
    t.Notifies(counted.Run);
});

// A command with a guard: it runs until the file is there.
Execute($"date > '{home}/first-run'", e =>
{
    e.Name = "remember the first run";
    e.NotIf($"test -e '{home}/first-run'");
});

Link($"{home}/latest", l => l.To = "machine.txt");

record QuickstartOptions
{
    public string Folder { get; init; } = "";

    [Required]
    public string Greeting { get; init; } = "Hello";
}
