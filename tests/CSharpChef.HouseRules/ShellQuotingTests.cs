using CSharpChef.TestSupport;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CSharpChef.HouseRules;

/// <summary>One function quotes for the shell: nothing else puts a value between single quotes.</summary>
public sealed class ShellQuotingTests
{
    private static readonly string[] Rooms = ["Discover", "Local", "Render", "Runs", "Shell", "Ssh", "Sudo"];

    private static readonly string[] Allowed =
    [
        // The function that quotes.
        "Shell/ShellQuote.cs: {text.Replace(\"'\", @\"'\\''\", StringComparison.Ordinal)}",

        // The quoted word that ends a here-document, made of letters and digits.
        "Runs/RemoteCommand.cs: {{mark}}",

        // Commands in messages, for a person to try.
        "Discover/NodeDiscovery.cs: {Command}",
        "Ssh/HostKeys/HostKeyChecker.cs: {Name}",
    ];

    [Fact]
    public void Only_ShellQuote_puts_a_value_between_single_quotes() => Findings.AssertNone(Found().Except(Allowed));

    [Fact]
    public void Every_allowed_value_between_single_quotes_exists() => Findings.AssertNone(Allowed.Except(Found()));

    [Theory]
    [InlineData("$\"run '{name}'\"", "{name}")]
    [InlineData("$\"run 'a' 'to {name} {other}' {third}\"", "{name} {other}")]
    [InlineData("$\"it's {name}\"", "")]
    [InlineData("$\"run {name} 'a'\"", "")]
    public void A_value_between_single_quotes_is_found(string text, string expected) => Assert.Equal(
        expected, string.Join(' ', Quoted((InterpolatedStringExpressionSyntax)SyntaxFactory.ParseExpression(text))));

    private static IEnumerable<string> Found() =>
        from file in Rooms.SelectMany(Files)
        from text in file.Nodes<InterpolatedStringExpressionSyntax>()
        from value in Quoted(text)
        select $"{file.Path["src/CSharpChef.Converge/".Length..]}: {value}";

    private static IEnumerable<SourceFile> Files(string room) => SourceTree.In("Converge").Where(
        file => file.Path.StartsWith($"src/CSharpChef.Converge/{room}/", StringComparison.Ordinal)
            && file.Text.Contains('\'', StringComparison.Ordinal));

    private static IEnumerable<InterpolationSyntax> Quoted(InterpolatedStringExpressionSyntax text) =>
        text.Contents.OfType<InterpolationSyntax>().Where(value =>
            Quotes(text.Contents.TakeWhile(part => part != value)) % 2 == 1
            && Quotes(text.Contents.SkipWhile(part => part != value)) > 0);

    private static int Quotes(IEnumerable<InterpolatedStringContentSyntax> parts) =>
        parts.OfType<InterpolatedStringTextSyntax>().Sum(part => part.TextToken.Text.Count(sign => sign == '\''));
}
