using CSharpChef.Converge;
using CSharpChef.Recipes;
using CSharpChef.Testing;

namespace CSharpChef.Tests;

public sealed class WordTests
{
    private static readonly string[] Empty = ["Manager", "Helper", "Util", "Common", "Processor", "Handler"];

    [Fact]
    public void No_type_has_a_name_that_says_nothing()
    {
        Type[] any = [typeof(Resource), typeof(ChefRun), typeof(FakeNode), typeof(Cli.Host)];

        Assert.Empty(any.SelectMany(type => type.Assembly.GetTypes())
            .Where(type => type.Namespace?.StartsWith("CSharpChef", StringComparison.Ordinal) == true)
            .Where(type => Empty.Any(word => type.Name.Contains(word, StringComparison.Ordinal)))
            .Select(type => type.FullName));
    }

    [Fact]
    public void Only_the_tool_writes_to_the_console() => Assert.Empty(SourceTree.CSharpFiles("src")
        .Where(file => !file.Contains("CSharpChef.Cli", StringComparison.Ordinal))
        .Where(file => File.ReadLines(file).Any(line => line.Contains("Console.", StringComparison.Ordinal) && !line.Contains("///", StringComparison.Ordinal)))
        .Select(SourceTree.Name));

    [Fact]
    public void What_the_analyzer_bans_is_named()
    {
        var banned = SourceTree.Read("src/BannedSymbols.txt");
        string[] symbols = ["DateTime.Now", "DateTime.UtcNow", "DateTimeOffset.UtcNow", "Thread.Sleep", "Task`1.Result", "Task.Wait"];

        Assert.All(symbols, symbol => Assert.Contains(symbol, banned, StringComparison.Ordinal));
    }
}
