using CSharpChef.Stacks;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Stacks.Operations;

public sealed class ApiPageTests
{
    [Fact]
    public void The_API_page_is_up_to_date_with_the_operations()
    {
        var path = SourceTree.PathOf("docs/api.md");
        var page = ApiPage.Write();
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, page);
        }

        Assert.Equal(page, File.ReadAllText(path));
    }

    [Fact]
    public void Every_operation_and_every_member_of_a_request_has_a_description() => Findings.AssertNone(
        from operation in OperationCatalog.All
        from silent in operation.Input.Members.Where(member => member.Description.Length == 0)
            .Select(member => member.Name)
            .Concat(operation.Description.Length == 0 ? [""] : [])
        select $"{operation.Name} {silent}");
}
