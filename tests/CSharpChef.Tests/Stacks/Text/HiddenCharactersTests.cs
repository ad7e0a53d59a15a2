using CSharpChef.Stacks.Text;

namespace CSharpChef.Tests.Stacks.Text;

/// <summary>Characters that a reader does not see.</summary>
public sealed class HiddenCharactersTests
{
    [Theory]
    [InlineData("Zürich 東京 \U0001F980 ❤️ a\u0301", false, null)]
    [InlineData("a\tb\nc\r\nd", true, null)]
    [InlineData("a\tb", false, 0x9)]
    [InlineData("a\rb", true, 0xD)]
    [InlineData("a\u202eb", true, 0x202E)]
    [InlineData("a\u200bb", true, 0x200B)]
    [InlineData("a\ufeff", true, 0xFEFF)]
    [InlineData("a\U000E0041", true, 0xE0041)]
    [InlineData("a\ufe0fb", false, 0xFE0F)]
    [InlineData("❤\ufe0f\ufe0f", false, 0xFE0F)]
    [InlineData("❤\ufe00", false, 0xFE00)]
    [InlineData("a\U000E0100zz", true, 0xE0100)]
    [InlineData("a\U000E01EFzz", true, 0xE01EF)]
    [InlineData("a\U000E0FFF", true, 0xE0FFF)]
    [InlineData("a\u2800b", true, 0x2800)]
    public void The_first_hidden_character_is_found(string text, bool isMultiline, int? found) =>
        Assert.Equal(found, HiddenCharacters.Find(text, isMultiline)?.Value);

    [Fact]
    public void Hidden_characters_are_escaped_and_line_ends_stay() =>
        Assert.Equal("a\\u202eb\n\\udb40\\udc41é", HiddenCharacters.Escape("a\u202eb\n\U000E0041é"));

    [Fact]
    public void An_excerpt_hides_what_is_hidden_and_never_cuts_a_character_in_two()
    {
        Assert.Equal("a?b?c", Excerpt.Of("a\u202eb\nc"));
        Assert.Equal(new string('x', 79) + "...", Excerpt.Of(new string('x', 79) + "\U0001F980"));
    }
}
