using CSharpChef.Converge.Results;

namespace CSharpChef.Tests.Converge.Results;

public sealed class ShortLineTests
{
    [Theory]
    [InlineData("echo one", "echo one")]
    [InlineData("echo one\n", "echo one")]
    [InlineData("#!/bin/bash\nset -e\necho one\n", "#!/bin/bash (the first of 3 lines)")]
    public void A_command_of_several_lines_is_shown_by_its_first_line_and_their_number(string text, string shown) =>
        Assert.Equal(shown, ShortLine.FirstOf(text));
}
