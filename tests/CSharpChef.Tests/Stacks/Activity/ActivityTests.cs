using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Stacks.Activity;

public sealed class ActivityTests : ServerTests
{
    [Fact]
    public async Task The_activity_log_has_the_user_operation_time_address_and_changed_members()
    {
        var stack = await Server.CreateStackAsync();
        Server.Clock.Advance(TimeSpan.FromMinutes(1));
        await Server.CallAsync("UpdateStack", new { StackId = stack, Name = "newer" });

        var entry = (await Server.CallAsync("DescribeActivity", new { StackId = stack }))["Activity"]![0]!;

        Assert.Equal("UpdateStack", entry["Operation"]!.GetValue<string>());
        Assert.Equal("2026-11-24T12:01:00+00:00", entry["At"]!.GetValue<string>());
        Assert.Equal(("127.0.0.1", Server.Admin.Credential, "done"), (
            entry["Address"]!.GetValue<string>(),
            entry["Credential"]!.GetValue<string>(),
            entry["Outcome"]!.GetValue<string>()));
        var change = Assert.Single(entry["Changes"]!.AsArray())!;
        Assert.Equal(
            ("{\"Name\":\"shop\"}", "{\"Name\":\"newer\"}"),
            (change["Before"]!.GetValue<string>(), change["After"]!.GetValue<string>()));
    }

    [Fact]
    public async Task The_activity_log_shows_changes_of_roles_tags_and_scaling()
    {
        var stack = await Server.CreateStackAsync();
        var layer = await Server.CreateLayerAsync(stack);
        var user = (await Server.CallAsync(
            "CreateUserProfile", new { IamUserArn = "arn:aws:iam::1:user/ann" }))["IamUserArn"]!.GetValue<string>();

        Assert.Equal(
            ("""{"Role":"member"}""", """{"Role":"creator"}"""),
            await ChangeAsync("SetUserRole", new { IamUserArn = user, Role = "creator" }));
        Assert.Equal(
            ("""{"Tags":{}}""", """{"Tags":{"stage":"test"}}"""),
            await ChangeAsync("TagResource", new
            {
                ResourceArn = (await Server.CallAsync("DescribeStacks", new { StackIds = new[] { stack } }))["Stacks"]![0]!["Arn"]!,
                Tags = new { stage = "test" },
            }));
        Assert.Contains(
            """
            "Enable":true
            """,
            (await ChangeAsync("SetLoadBasedAutoScaling", new { LayerId = layer, Enable = true })).After,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_subject_of_an_entry_is_the_created_object_or_the_one_the_call_named()
    {
        var stack = await Server.CreateStackAsync();
        var layer = await Server.CreateLayerAsync(stack);
        await Server.CallAsync("AttachElasticLoadBalancer", new { ElasticLoadBalancerName = "lb", LayerId = layer });
        await Server.CallAsync("DeleteLayer", new { LayerId = layer });

        var subjects = (await Server.CallAsync("DescribeActivity", new { StackId = stack }))["Activity"]!.AsArray()
            .Select(entry => entry!["Subject"]!.GetValue<string>());

        Assert.Equal([layer, "lb", layer, stack], subjects);
    }

    [Fact, WholeSuite]
    public async Task A_page_of_the_activity_log_ends_at_1_MB_and_the_next_one_continues_there()
    {
        var stack = await Server.CreateStackAsync();
        foreach (var letter in "abcdefghij")
        {
            await Server.CallAsync(
                "UpdateStack", new { StackId = stack, CustomJson = $$"""{"a":"{{new string(letter, 100_000)}}"}""" });
        }

        var entries = new List<long>();
        string? token = null;
        var pages = 0;
        do
        {
            var page = await Server.CallAsync(
                "DescribeActivity", new { StackId = stack, MaxResults = 1000, NextToken = token });
            Assert.InRange(page.ToJsonString().Length, 1, 1_500_000);
            entries.AddRange(page["Activity"]!.AsArray().Select(entry => entry!["Seq"]!.GetValue<long>()));
            token = page["NextToken"]?.GetValue<string>();
            pages++;
        }
        while (token is not null);

        Assert.Equal(11, entries.Distinct().Count());
        Assert.Equal(entries.OrderDescending(), entries);
        Assert.InRange(pages, 2, 4);
    }

    [Fact]
    public async Task Denied_calls_are_logged_and_queries_are_not()
    {
        var alice = await Server.CreateUserAsync("alice");
        var before = (await Server.CallAsync("DescribeActivity"))["Activity"]!.AsArray().Count;
        await Server.CallAsync("DescribeStacks", caller: alice);
        await Server.RequireRefusalAsync("CreateUserProfile", new { IamUserArn = "arn:aws:iam::1:user/x" }, alice);

        var activity = (await Server.CallAsync("DescribeActivity"))["Activity"]!.AsArray();

        Assert.Equal(before + 1, activity.Count);
        Assert.Contains("needs the role admin", activity[0]!["Outcome"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_activity_of_a_stack_has_only_its_own_part_of_a_change_of_several_stacks()
    {
        var (first, second) = (await Server.CreateStackAsync("first"), await Server.CreateStackAsync("second"));
        var alice = (await Server.CreateUserAsync("alice")).UserArn;
        await Server.CallAsync("CreateToken", new { IamUserArn = alice, Comment = "private" });
        foreach (var stack in new[] { first, second })
        {
            await Server.CallAsync("SetPermission", new { StackId = stack, IamUserArn = alice, Level = "show" });
        }

        await Server.CallAsync("DeleteUserProfile", new { IamUserArn = alice });

        foreach (var stack in new[] { first, second })
        {
            var entry = (await Server.CallAsync("DescribeActivity", new { StackId = stack }))["Activity"]![0]!;
            Assert.Equal("DeleteUserProfile", entry["Operation"]!.GetValue<string>());
            Assert.Equal($"{stack}/{alice}", Assert.Single(entry["Changes"]!.AsArray())!["Id"]!.GetValue<string>());
        }

        var whole = (await Server.CallAsync("DescribeActivity"))["Activity"]!.AsArray()
            .Single(entry => entry!["Operation"]!.GetValue<string>() == "DeleteUserProfile" && entry["StackId"] is null);
        Assert.Equal(alice, whole!["Subject"]!.GetValue<string>());
        Assert.Equal(3, whole["Changes"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("show", "AccessDeniedException")]
    [InlineData("iam_only", "ResourceNotFoundException")]
    public async Task A_denied_call_stands_in_the_activity_of_its_stack_also_when_the_caller_may_not_know_of_it(
        string level, string code)
    {
        var stack = await Server.CreateStackAsync();
        var alice = await Server.CreateUserAsync("alice");
        await Server.CallAsync("SetPermission", new { StackId = stack, IamUserArn = alice.UserArn, Level = level });
        Assert.Equal(code, (await Server.RequireRefusalAsync("DeleteStack", new { StackId = stack }, alice)).Code);

        var entry = (await Server.CallAsync("DescribeActivity", new { StackId = stack }))["Activity"]![0]!;

        Assert.Equal(
            ("DeleteStack", alice.UserArn, stack),
            (entry["Operation"]!.GetValue<string>(), entry["IamUserArn"]!.GetValue<string>(),
                entry["Subject"]!.GetValue<string>()));
        Assert.Contains("needs the level manage", entry["Outcome"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DescribeStacks")]
    [InlineData("DeleteStack")]
    public async Task A_denied_call_that_is_repeated_gets_one_entry_a_minute_which_has_the_number_of_the_others(
        string operation)
    {
        var stack = await Server.CreateStackAsync();
        var alice = await Server.CreateUserAsync("alice");
        object request = operation == "DeleteStack" ? new { StackId = stack } : new { StackIds = new[] { stack } };
        for (var n = 0; n < 10; n++)
        {
            await Server.RequireRefusalAsync(operation, request, alice);
        }

        Server.Clock.Advance(TimeSpan.FromMinutes(1));
        await Server.RequireRefusalAsync(operation, request, alice);

        var outcomes = (await Server.CallAsync("DescribeActivity", new { StackId = stack }))["Activity"]!.AsArray()
            .Where(entry => entry!["IamUserArn"]!.GetValue<string>() == alice.UserArn)
            .Select(entry => entry!["Outcome"]!.GetValue<string>()).ToList();
        Assert.Equal(2, outcomes.Count);
        Assert.EndsWith(" 9 more calls like this one since 2026-11-24T12:00:00.000Z have no entry.", outcomes[0], StringComparison.Ordinal);
        Assert.EndsWith("the caller's is iam_only.", outcomes[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clone_that_is_denied_for_the_role_of_the_caller_stands_in_the_activity_of_its_source()
    {
        var stack = await Server.CreateStackAsync();
        var alice = await Server.CreateUserAsync("alice");
        await Server.RequireRefusalAsync("CloneStack", new { SourceStackId = stack, ServiceRoleArn = "a" }, alice);
        await Server.RequireRefusalAsync("CloneStack", new { SourceStackId = "none", ServiceRoleArn = "a" }, alice);

        var ofStack = (await Server.CallAsync("DescribeActivity", new { StackId = stack }))["Activity"]!.AsArray();
        var all = (await Server.CallAsync("DescribeActivity"))["Activity"]!.AsArray();

        Assert.Contains("needs the role creator or admin", ofStack[0]!["Outcome"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Single(ofStack, entry => entry!["Operation"]!.GetValue<string>() == "CloneStack");
        Assert.Equal(2, all.Count(entry => entry!["Operation"]!.GetValue<string>() == "CloneStack"));
    }

    [Fact]
    public async Task An_administrator_with_the_level_deny_reads_no_activity_of_the_stack()
    {
        var (hidden, other) = (await Server.CreateStackAsync("hidden"), await Server.CreateStackAsync("other"));
        var bob = await Server.CreateUserAsync("bob", UserRole.Admin);
        await Server.CallAsync("SetPermission", new { StackId = hidden, IamUserArn = bob.UserArn, Level = "deny" });

        var bySubject = await Server.CallAsync("DescribeActivity", new { Subject = hidden }, bob);
        var all = (await Server.CallAsync("DescribeActivity", caller: bob))["Activity"]!.AsArray();

        Assert.Empty(bySubject["Activity"]!.AsArray());
        Assert.Contains(all, entry => entry!["StackId"]?.GetValue<string>() == other);
        Assert.DoesNotContain(all, entry => entry!["StackId"]?.GetValue<string>() == hidden);
    }

    [Fact]
    public async Task The_activity_log_shows_no_secret()
    {
        var stack = await Server.CreateStackAsync();
        await Server.CallAsync("CreateApp", new
        {
            StackId = stack,
            Name = "a",
            Type = "other",
            Environment = new[]
        {
            new { Key = "A", Value = "geheim", Secure = true }
        }
        });
        await Server.CallAsync(
            "UpdateStack",
            new { StackId = stack, CustomCookbooksSource = new { Type = "git", Url = "https://me:geheim@example.com/c?token=geheim", Password = "geheim" } });
        await Server.CallAsync("CreateAccessKey");

        var activity = (await Server.CallAsync("DescribeActivity")).ToJsonString();

        Assert.DoesNotContain("geheim", activity, StringComparison.Ordinal);
        Assert.Contains("*****FILTERED*****", activity, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_activity_log_is_read_in_pages_and_only_by_users_who_manage_the_stack()
    {
        var stack = await Server.CreateStackAsync();
        for (var n = 0; n < 5; n++)
        {
            await Server.CreateLayerAsync(stack, $"layer{n}");
        }

        var first = await Server.CallAsync("DescribeActivity", new { StackId = stack, MaxResults = 4 });
        var second = await Server.CallAsync(
            "DescribeActivity",
            new { StackId = stack, MaxResults = 4, NextToken = first["NextToken"]!.GetValue<string>() });

        Assert.Equal((4, 2), (first["Activity"]!.AsArray().Count, second["Activity"]!.AsArray().Count));
        Assert.Null(second["NextToken"]);
        Assert.Equal(
            "AccessDeniedException",
            (await Server.RequireRefusalAsync("DescribeActivity", caller: await Server.CreateUserAsync("alice"))).Code);
    }

    private async Task<(string Before, string After)> ChangeAsync(string operation, object request)
    {
        await Server.CallAsync(operation, request);
        var entry = (await Server.CallAsync("DescribeActivity", new { }))["Activity"]![0]!;
        var change = Assert.Single(entry["Changes"]!.AsArray())!;
        return (change["Before"]!.GetValue<string>(), change["After"]!.GetValue<string>());
    }
}
