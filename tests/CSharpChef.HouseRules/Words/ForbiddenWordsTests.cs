using CSharpChef.TestSupport;

namespace CSharpChef.HouseRules.Words;

/// <summary>The texts of the project do not use the words of docs/words.txt.</summary>
public sealed class ForbiddenWordsTests
{
    private static readonly string[] Exempt =
    [
        "docs/words.txt",
        "docs/style.md",
        ThisFile,
        "tests/CSharpChef.HouseRules/Words/ForbiddenWords.cs"
    ];

    // Names in files on nodes, in stored data and in other programs, which must stay as they are.
    private static readonly string[] KeptNames =
    [
        // Files and lines below the state folder of a node, and lines that a program prints.
        "\"owed\"", "pending_file=$state/owed pending=owed finished=paid", "state/owed", "say owed", "cp owed pending", "`owed N", "t0k3n owed",
        "ownTurn",
        "^(owed [0-9a-f]{12} later run", "^owed ([0-9a-f]{12}) now run1 .*\\nowed ([0-9a-f]{12}) later run1 .*\\npaid \\\\1 -\\nowed \\\\2",

        // The id and the first name of the grain for cleanup.
        "\"caretaker\"", "ICaretakerGrain",
    ];

    private const string ThisFile = "tests/CSharpChef.HouseRules/Words/ForbiddenWordsTests.cs";

    [Fact]
    public void No_text_uses_a_word_or_phrase_of_the_list_of_forbidden_words()
    {
        var words = ForbiddenWords.Read(SourceTree.PathOf("docs/words.txt"));

        Findings.AssertNone(
            from file in ProjectText.All().AsParallel().AsOrdered()
            where !Exempt.Contains(file.Path)
            from found in words.In(WithoutKeptNames(file.Text))
            select $"{file.Path}:{found.Line} says \"{found.Word}\"");
    }

    [Theory]
    [InlineData("a = b.OwedAnswer;", 1)]
    [InlineData("pay_old_debts", 2)]
    [InlineData("text is no number", 1)]
    [InlineData("/// text is\n    /// no number", 1)]
    [InlineData("# OWED", 1)]
    [InlineData("showed, allowed, payload, display", 0)]
    [InlineData("this noun", 0)]
    [InlineData("There is no file; it is no longer kept", 0)]
    public void A_forbidden_word_is_found_in_camel_case_in_underscores_and_across_lines(string text, int count) =>
        Assert.Equal(count, new ForbiddenWords(["owed", "pay", "debts", "is no"]).In(text).Count());

    [Fact]
    public void The_line_of_a_forbidden_word_is_named() =>
        Assert.Equal([(3, "anew")], new ForbiddenWords(["anew"]).In("one\ntwo\nbegin anew\n"));

    private static string WithoutKeptNames(string text) =>
        KeptNames.Aggregate(
            text, (rest, name) => rest.Replace(name, new string('.', name.Length), StringComparison.Ordinal));
}
