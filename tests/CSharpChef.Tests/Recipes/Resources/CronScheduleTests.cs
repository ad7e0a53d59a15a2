using CSharpChef.Recipes;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Tests.Recipes.Resources;

public sealed class CronScheduleTests
{
    [Theory]
    [InlineData("* * * * *", "* * * * *")]
    [InlineData("15 3 * * *", "15 3 * * *")]
    [InlineData("  15   3 * * * ", "15 3 * * *")]
    [InlineData("*/5 0-23/2 1,15 * *", "*/5 0-23/2 1,15 * *")]
    [InlineData("0 0 31 12 7", "0 0 31 12 7")]
    [InlineData("59 23 1 1 0", "59 23 1 1 0")]
    [InlineData("0 9 * jan-mar,DEC Mon-Fri", "0 9 * jan-mar,DEC Mon-Fri")]
    [InlineData("@daily", "@daily")]
    [InlineData("@reboot", "@reboot")]
    public void A_schedule_that_cron_accepts_is_accepted(string schedule, string normalized) =>
        Assert.Equal(normalized, CronSchedule.Validate(schedule));

    [Theory]
    [InlineData("", "has 0 fields")]
    [InlineData("* * * *", "has 4 fields")]
    [InlineData("* * * * * *", "has 6 fields")]
    [InlineData("@often", "has 1 fields")]
    [InlineData("60 * * * *", "\"60\" is not a valid minute (0 to 59)")]
    [InlineData("* 24 * * *", "\"24\" is not a valid hour (0 to 23)")]
    [InlineData("* * 0 * *", "\"0\" is not a valid day of month (1 to 31)")]
    [InlineData("* * * 13 *", "\"13\" is not a valid month (1 to 12)")]
    [InlineData("* * * * 8", "\"8\" is not a valid day of week (0 to 7)")]
    [InlineData("* * * Foo *", "\"Foo\" is not a valid month")]
    [InlineData("Mon * * * *", "\"Mon\" is not a valid minute")]
    [InlineData("*/0 * * * *", "\"*/0\" is not a valid minute")]
    [InlineData("*/x * * * *", "\"*/x\" is not a valid minute")]
    [InlineData("1/2/3 * * * *", "is not a valid minute")]
    [InlineData("5/10 * * * *", "\"5/10\" is not a valid minute")]
    [InlineData("30-10 * * * *", "\"30-10\" is not a valid minute")]
    [InlineData("1- * * * *", "\"1-\" is not a valid minute")]
    [InlineData("1,,2 * * * *", "\"1,,2\" is not a valid minute")]
    [InlineData("-1 * * * *", "\"-1\" is not a valid minute")]
    public void A_schedule_that_cron_would_not_run_is_refused_with_the_invalid_field(string schedule, string message)
    {
        var error = Assert.Throws<RecipeException>(() => CronSchedule.Validate(schedule));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_of_a_cron_entry_may_have_any_characters_but_must_not_be_empty()
    {
        foreach (var name in new[] { "back up", "backup.sh", "a/b", "ü" })
        {
            new CronStep(name).Validate();
        }

        var error = Assert.Throws<RecipeException>(() => new CronStep("").Validate());
        Assert.Equal("the name of a cron entry is empty", error.Message);
    }

    [Theory]
    [InlineData("A B", "1", "cannot be the name of a variable")]
    [InlineData("", "1", "cannot be the name of a variable")]
    [InlineData("LOGNAME", "joe", "cron itself sets LOGNAME")]
    [InlineData("A", "x\ny", "has more than one line")]
    public void A_variable_that_cron_cannot_set_is_refused(string name, string value, string message)
    {
        var step = new CronStep("a") { Environment = new Dictionary<string, string> { [name] = value } };

        Assert.Contains(message, Assert.Throws<RecipeException>(step.Validate).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_number_of_a_user_is_refused_since_cron_looks_for_a_name() =>
        Assert.Contains(
            "set User to a name",
            Assert.Throws<RecipeException>(new CronStep("a") { User = "1000" }.Validate).Message,
            StringComparison.Ordinal);
}
