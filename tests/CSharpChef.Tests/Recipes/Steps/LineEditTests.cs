using CSharpChef.Recipes.Steps;

namespace CSharpChef.Tests.Recipes.Steps;

public sealed class LineEditTests
{
    [Theory]
    [InlineData(null, "a", "a\n")]
    [InlineData("", "a", "a\n")]
    [InlineData("a\n", "a", "a\n")]
    [InlineData("a", "a", "a")]
    [InlineData("b\n", "a", "b\na\n")]
    [InlineData("b", "a", "b\na\n")]
    [InlineData("a\nb\na\n", "a", "a\nb\na\n")]
    [InlineData(" a\n", "a", " a\na\n")]
    [InlineData("b\r\n", "b", "b\r\n")]
    [InlineData("b\r\n", "a", "b\r\na\r\n")]
    [InlineData("b\r\nc", "a", "b\r\nc\r\na\r\n")]
    [InlineData("b\nc\r\n", "a", "b\nc\r\na\n")]
    [InlineData("b", "a\r", "b\na\r\n")]
    [InlineData("\n\n", "a", "\n\na\n")]
    public void A_line_is_appended_unless_it_is_there(string? old, string text, string expected) =>
        Assert.Equal(expected, LineEdit.Apply(new LineStep("/f", text), old));

    [Theory]
    [InlineData(null, "Port 22\n")]
    [InlineData("#Port 23\nx\n", "Port 22\nx\n")]
    [InlineData("x\nPort 1\ny\nPort 2\n", "x\nPort 22\ny\n")]
    [InlineData("Port 22\n", "Port 22\n")]
    [InlineData("Port 22", "Port 22")]
    [InlineData("Port 22\nPort 22\n", "Port 22\n")]
    [InlineData("x", "x\nPort 22\n")]
    [InlineData("Port 1", "Port 22\n")]
    [InlineData("Port 1\r\nx\r\nPort 2\r\n", "Port 22\r\nx\r\n")]
    [InlineData("Port 22\r\nx", "Port 22\r\nx")]
    [InlineData("x\nPort 1\r\n", "x\nPort 22\r\n")]
    public void The_first_matching_line_is_replaced_and_the_others_are_removed(string? old, string expected) =>
        Assert.Equal(expected, LineEdit.Apply(new LineStep("/f", "Port 22") { Match = "^#?Port [0-9]+$" }, old));

    [Theory]
    [InlineData("new\n", "new\n")]
    [InlineData("old\nx\n", "new\nx\n")]
    [InlineData("new\nold\n", "new\nnew\n")]
    public void A_line_that_does_not_match_its_own_pattern_is_appended_only_once(string old, string expected) =>
        Assert.Equal(expected, LineEdit.Apply(new LineStep("/f", "new") { Match = "^old$" }, old));

    [Theory]
    [InlineData(null, null)]
    [InlineData("", "")]
    [InlineData("a\nb\na\n", "b\n")]
    [InlineData("a\nb", "b\n")]
    [InlineData("b", "b")]
    [InlineData("a\n", "")]
    [InlineData("a\r\nb\r\na", "b\r\n")]
    public void Every_line_equal_to_the_text_is_removed(string? old, string? expected) =>
        Assert.Equal(expected, LineEdit.Apply(new LineStep("/f", "a") { Present = false }, old));

    [Fact]
    public void Every_line_that_matches_the_pattern_is_removed() =>
        Assert.Equal("b\n", LineEdit.Apply(new LineStep("/f", "") { Match = "^a", Present = false }, "a1\nb\na2\n"));

    [Theory]
    [InlineData(null, "# BEGIN n\n1\n2\n# END n\n")]
    [InlineData("x", "x\n# BEGIN n\n1\n2\n# END n\n")]
    [InlineData("x\n# BEGIN n\nold\n# END n\ny\n", "x\n# BEGIN n\n1\n2\n# END n\ny\n")]
    [InlineData("# BEGIN n\n1\n2\n# END n", "# BEGIN n\n1\n2\n# END n")]
    [InlineData("# BEGIN n\n# END n\nx\n# BEGIN n\n3\n# END n\n", "# BEGIN n\n1\n2\n# END n\nx\n")]
    [InlineData("# BEGIN n\nx\ny\n", "# BEGIN n\n1\n2\n# END n\nx\ny\n")]
    [InlineData("# END n\nx\n", "# END n\nx\n# BEGIN n\n1\n2\n# END n\n")]
    [InlineData("# BEGIN nn\n", "# BEGIN nn\n# BEGIN n\n1\n2\n# END n\n")]
    [InlineData("x\r\n", "x\r\n# BEGIN n\r\n1\r\n2\r\n# END n\r\n")]
    [InlineData("# BEGIN n\r\n1\r\n2\r\n# END n\r\n", "# BEGIN n\r\n1\r\n2\r\n# END n\r\n")]
    [InlineData("x\n# BEGIN n\r\n3\n# END n\r\ny\n", "x\n# BEGIN n\r\n1\r\n2\r\n# END n\r\ny\n")]
    [InlineData("# BEGIN n\r\nx\r\n", "# BEGIN n\r\n1\r\n2\r\n# END n\r\nx\r\n")]
    public void A_block_is_written_in_place_or_appended(string? old, string expected) =>
        Assert.Equal(expected, LineEdit.Apply(new LineStep("/f", "1\n2\n") { Block = "n" }, old));

    [Theory]
    [InlineData(null, null)]
    [InlineData("x", "x")]
    [InlineData("x\n# BEGIN n\n1\n# END n\ny\n", "x\ny\n")]
    [InlineData("# BEGIN n\n1\n# END n\nx\n# BEGIN n\n# END n\n", "x\n")]
    [InlineData("# BEGIN n\nx\n", "x\n")]
    [InlineData("# BEGIN n\r\n1\r\n# END n\r\nx\r\n", "x\r\n")]
    public void A_block_is_removed_with_its_markers(string? old, string? expected) =>
        Assert.Equal(expected, LineEdit.Apply(new LineStep("/f", "") { Block = "n", Present = false }, old));

    [Theory]
    [InlineData("a\nb\n# BEGIN n\nx")]
    [InlineData("Port 1\nPort 2\nnew")]
    [InlineData("Port 1\r\nPort 2\r\nlast")]
    [InlineData("# BEGIN n\r\nx\r\n")]
    [InlineData("")]
    [InlineData(null)]
    public void A_second_edit_changes_nothing(string? old)
    {
        LineStep[] steps =
        [
            new("/f", "new"), new("/f", "new") { Match = "^Port" }, new("/f", "x\ny") { Block = "n" },
            new("/f", "Port 1") { Present = false }, new("/f", "") { Block = "n", Present = false },
        ];
        foreach (var step in steps)
        {
            var firstEdit = LineEdit.Apply(step, old);
            Assert.Same(firstEdit, LineEdit.Apply(step, firstEdit));
        }
    }

    [Theory]
    [InlineData(null, "add line")]
    [InlineData("x\n", "add line")]
    [InlineData("Port 1\n", "replace line")]
    public void A_change_tells_whether_a_line_is_added_or_replaced(string? old, string expected) =>
        Assert.Equal(expected, LineEdit.Change(new LineStep("/f", "Port 22") { Match = "^Port" }, old));
}
