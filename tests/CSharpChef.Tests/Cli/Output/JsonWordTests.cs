using System.Text.Json;
using CSharpChef.Cli.Output;
using CSharpChef.Converge.Results;
using CSharpChef.Recipes;

namespace CSharpChef.Tests.Cli.Output;

public class JsonWordTests
{
    [Fact]
    public void Each_status_and_level_is_its_name_in_camel_case()
    {
        Assert.Equal(CamelCaseNames<HostStatus>(), Enum.GetValues<HostStatus>().Select(JsonWord.Of));
        Assert.Equal(CamelCaseNames<ResultStatus>(), Enum.GetValues<ResultStatus>().Select(JsonWord.Of));
        Assert.Equal(CamelCaseNames<LogLevel>(), Enum.GetValues<LogLevel>().Select(JsonWord.Of));
    }

    [Fact]
    public void Each_kind_of_line_is_the_name_that_a_stored_run_is_read_with() =>
        Assert.Equal(Enum.GetNames<RunLineKind>(), Enum.GetValues<RunLineKind>().Select(JsonWord.Of));

    private static IEnumerable<string> CamelCaseNames<T>()
        where T : struct, Enum => Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName);
}
