"""Words that web pages of all kinds use for their own parts, whoever publishes them."""

from __future__ import annotations

import re

from dateline.read.dates import MONTHS

CHANNELS = (
    "facebook|twitter|x|whats ?app|telegram|viber|messenger|linked ?in|reddit|e ?mail|mail|pinterest|instagram|youtube|tiktok|"
    "tumblr|vk|skype|line|wechat|weibo|threads|bluesky|mastodon|flipboard|pocket|print|rss|google(?: news)?|sms|copy link|link"
)
# Each is matched against the whole block: its words in lower case, one blank between them.
WHOLE = {
    "share bar": re.compile(
        rf"(?:(?:share|shares|tweet|retweet|pin|pin it|post|send|print|save|saved|bookmark|like|likes|follow|follow us|copy link|"
        rf"\d{{1,4}}[.,]?\d{{0,3}}[km]? (?:shares?|likes?|views?)|"
        rf"copy|copied|shortlink copied|link copied|embed|embed tweet|copy link to tweet|forward|listen|view|views|report|"
        rf"share (?:this|on|via|with|article|story|post|to|it)|(?:e ?mail|print|save|share|like|tweet) (?:this|"
        rf"article|page|story)|"
        rf"(?:on|via|to|this|article|story|page|post|and|or|now|with friends|it|{CHANNELS}|\d{{1,6}}))(?: |$)){{1,12}}"
    ),
    "navigation": re.compile(
        r"home|home ?page|menu|open menu|close menu|main menu|search|skip to (?:main )?content|back to (?:top|home|news)|top|"
        r"about(?: us)?|contact(?: us)?|login|log in|sign in|sign up|register|language|languages|select language|news|all news|"
        r"latest(?: news)?|breaking(?: news)?|world|politics|sports?|opinion|business|video|videos|photos|photo gallery|gallery|"
        r"tags?|topics?|categor(?:y|ies)|filed under|sections?|archives?|sitemap|loading|show more|load more|"
        r"see all|view all|more|text size(?: a)*|font size(?: a)*|listen to (?:this|the) (?:article|story)|"
        r"previous|next|close|ok|advertisement|advertisements?|ad|sponsored(?: content)?|conversation|new conversation|"
        r"(?:page )?\d{1,3} (?:of|/) \d{1,3}|day|week|month|most viewed|accept|decline|editions?|day week month"
    ),
    "comments": re.compile(
        r"(?:\d{1,6} )?comments?(?: \d{1,6})?|(?:leave|post|add|write) (?:a |your )?(?:comment|reply)|"
        r"comments? (?:are|is) closed|"
        r"view (?:all )?(?:\d{1,6} )?comments?|join the (?:conversation|discussion)|no comments(?: yet)?|reader comments|"
        r"cancel reply|be the first to comment|comment on this (?:story|article)"
    ),
    "link list": re.compile(
        r"(?:prev|previous|next|older|newer) (?:post|story|article|page|entry)|(?:most|more) (?:viewed|read|"
        r"popular|shared|commented)|"
        r"(?:related|recommended|recent|similar|other|latest|more|popular|top|trending|featured|editors?'? ?s?|must read|further)"
        r"(?: \w{1,12}){0,2} (?:articles?|stories|news|posts?|content|coverage|reading|topics?|links?|reports?|"
        r"picks?|videos?|headlines?)|"
        r"(?:read|watch|up) next|read more|also read|read also|see also|you (?:may|might) (?:also )?(?:like|be interested in)|"
        r"recommended(?: for you)?|more (?:in|from|on|about) (?:\w{1,20} ?){1,4}|related|trending(?: now)?|don'?t miss|"
        r"editors? picks?|previous coverage|what to read next|around the web|from the web|in other news|"
        r"more to explore|keep reading"
    ),
    "rights": re.compile(
        r"(?:copyright |© |\(c\) )?.{0,80}\b(?:all rights reserved|acquire licensing rights)\b.{0,80}|"
        r"copyright \d{4}.{0,80}|\d{4} © .{0,80}"
    ),
}
OTHER_STORY = re.compile(
    r"(?:read more|read also|also read|read next|see also|see more|related|watch|more on this|don'?t miss|recommended|"
    r"you may also like|further reading|previous(?:ly)?|next)(?: (?:story|article|post|on this|here))?\s{0,3}[:»>|–—-]\s{0,3}\S",
    re.I,
)
"""A link to another story inside the text, with its title after it."""
ADDRESSED = re.compile(
    r"\b(?:(?:accept|use|uses|using|manage|these|our) (?:\w{1,12} )?cookies?|cookie (?:policy|settings|notice)|"
    r"newsletters?|subscribe|"
    r"subscription|subscriber|unlimited access|privacy policy|terms of (?:use|service)|community guidelines|tax-deductible|"
    r"your inbox|javascript|ad-?block(?:er)?|(?:one-time|monthly) contribution|rights reserved|try again later|"
    r"browsing experience|"
    r"delivered to your|turn on notifications|download (?:the|our) app|donate (?:now|today)|donation (?:week|campaign|today)|"
    r"supporting our|our (?:newsletter|standards|readers|journalism|website|app))\b",
    re.I,
)
"""What pages say to their readers, and reports hardly ever say."""
ADDRESSED_PERHAPS = re.compile(
    r"\b(?:sign(?:ed)? up|log(?:ged)? in|your (?:browser|e-?mail|device|account|support|comments?|donation|"
    r"contribution)|donat(?:e|ion|ions)|"
    r"support (?:us|our)|click (?:here|on)|follow us|comments? (?:are|is|may be|will be|must)|moderat(?:e|es|ed|ion)|we use|"
    r"(?:whatsapp|telegram) (?:channel|group)|this (?:site|website|page)|advertis(?:e|ing)|readers?|"
    r"contribution|cookies?|settings)\b",
    re.I,
)
"""The same where the block also says you, we or our."""
READER = re.compile(r"\b(?:you|your|yours|our|us|we)\b", re.I)
BIO = re.compile(
    r"(?:about the author:? ?)?((?:[A-ZÀ-Ý][\w.'’-]+ ){1,4})(?:is|was|has been|works as|serves as|covers|writes|"
    r"reports)\b.{0,80}?"
    r"\b(?:reporter|correspondent|journalist|editor|writer|analyst|fellow|researcher|columnist|contributor|professor|author|"
    r"producer|freelancer?|bureau chief|photographer|for (?:the )?[A-Z])"
)
STAMP_WORDS = frozenset(MONTHS) | frozenset(
    """monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun am pm a m p utc
        gmt est edt bst cet ist at on ago second seconds minute minutes min mins hour hours hr hrs day days week weeks month
        months year years updated published posted last modified date time read st nd rd th just now today yesterday of and
        created issued h eet trt ast pst pdt cest local""".split()
)
STAMP_NUMBER = re.compile(r"\d{1,4}(?:st|nd|rd|th|am|pm|z)?|t\d\d|\d\dt\d\d")
TAG_LINE = re.compile(
    r"(?:#\w{1,60}\s*){1,30}\Z|"
    r"(?:tags?|filed under|filed in|posted in|topics?|categor(?:y|ies)|keywords?|labels?)\s?:[^.!?]{1,200}\Z",
    re.I,
)


def label_of(key: str, text: str) -> str:
    """Return which part of a web page a short block names ("share bar", "link list", ...), or nothing."""
    if len(key) > 200:
        return ""
    for name, pattern in WHOLE.items():
        if pattern.fullmatch(key):
            return name
    return "link to another story" if OTHER_STORY.match(text) else ""


def is_stamp(key: str) -> bool:
    """Tell whether a block is a date or time and nothing else."""
    words = key.split()
    return (
        0 < len(words) <= 16
        and any(w[0].isdigit() for w in words)
        and all(w in STAMP_WORDS or STAMP_NUMBER.fullmatch(w) is not None for w in words)
    )
