using CSharpChef.Web.Api;

namespace CSharpChef.Tests.Web.Api;

public sealed class ApiTargetTests
{
    [Theory]
    [InlineData("OpsWorks_20130218.DescribeStacks", true)]
    [InlineData("OpsWorks_20130218.GetHostnameSuggestion", true)]
    [InlineData("OpsWorks_20130218.ListTags", true)]
    [InlineData("OpsWorks_20130218.GrantAccess", false)]
    [InlineData("OpsWorks_20130218.CreateStack", false)]
    public void The_operation_of_a_target_is_known_as_a_query_or_a_change(string target, bool isQuery) =>
        Assert.Equal(isQuery, ApiTarget.Parse(target).IsQuery);
}
