using System.Net.Sockets;
using CSharpChef.Recipes;

namespace CSharpChef.Tests.Recipes.Errors;

public sealed class FileFaultTests
{
    [Theory]
    [InlineData(28, "Free some space on its disk.")]
    [InlineData(122, "Free some space on its disk.")]
    [InlineData(30, "Make its disk writable, or name another folder.")]
    [InlineData(5, "Check the path and its disk.")]
    public void An_error_of_a_disk_is_a_sentence_with_the_path_and_what_to_do(int code, string help)
    {
        var fault = FileFault.In(new InvalidOperationException("outer", new IOException("Reason : '/srv/x'", code)));

        Assert.Equal($"A file cannot be read or written: Reason: '/srv/x'. {help}", FileFault.Explain(fault!));
    }

    [Fact]
    public void A_missing_right_is_an_error_of_the_file_system() =>
        Assert.Equal(
            "A file cannot be read or written: Access to the path '/srv/x' is denied. Give the user of this command the right to it, or name another file or folder.",
            FileFault.Explain(FileFault.In(new UnauthorizedAccessException("Access to the path '/srv/x' is denied."))!));

    [Fact]
    public void A_broken_connection_and_a_missing_assembly_are_not_errors_of_the_file_system()
    {
        Assert.Null(FileFault.In(new IOException("broken", new SocketException())));
        Assert.Null(FileFault.In(new FileNotFoundException("Could not load file or assembly")));
        Assert.Null(FileFault.In(new FileLoadException("Could not load file or assembly")));
    }
}
