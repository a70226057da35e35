INK='#23211e';SOFT='#6b655c';LINE='#ddd5c7';WOOD='#a4501f';TEAL='#1d5c63';PLUM='#5b3a78';MOSS='#4a6420';PAPER='#fbf8f2'
def T(x,y,s,size=22,fill=INK,anchor='middle',w=None):
    b=f' font-weight="{w}"' if w else ''
    return f'<text x="{x}" y="{y}" font-size="{size}" fill="{fill}" text-anchor="{anchor}"{b}>{s}</text>'
def R(x,y,w,h,fill='none',stroke=None,sw=2,rx=0,op=None):
    a=f' stroke="{stroke}" stroke-width="{sw}"' if stroke else ''
    r=f' rx="{rx}"' if rx else ''
    o=f' fill-opacity="{op}"' if op else ''
    return f'<rect x="{x}" y="{y}" width="{w}" height="{h}"{r} fill="{fill}"{o}{a}/>'
def L(x1,y1,x2,y2,c=INK,w=2,dash=None):
    d=f' stroke-dasharray="{dash}"' if dash else ''
    return f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="{c}" stroke-width="{w}"{d}/>'
def C(x,y,r,fill='none',stroke=None,w=2):
    a=f' stroke="{stroke}" stroke-width="{w}"' if stroke else ''
    return f'<circle cx="{x}" cy="{y}" r="{r}" fill="{fill}"{a}/>'
def P(pts,fill='none',stroke=None,w=2,op=None):
    a=f' stroke="{stroke}" stroke-width="{w}"' if stroke else ''
    o=f' fill-opacity="{op}"' if op else ''
    return f'<polygon points="{pts}" fill="{fill}"{o}{a}/>'
def D(d,fill='none',stroke=None,w=2,dash=None,op=None):
    a=f' stroke="{stroke}" stroke-width="{w}" stroke-linecap="round" stroke-linejoin="round"' if stroke else ''
    if dash:a+=f' stroke-dasharray="{dash}"'
    if op:a+=f' fill-opacity="{op}"'
    return f'<path d="{d}" fill="{fill}"{a}/>'
def save(name,h,body,title,w=960):
    s=f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}" width="{w}" height="{h}" font-family="sans-serif">\n'
    s+='\n'.join(body)+'\n</svg>\n'
    open(name+'.svg','w',encoding='utf8').write(s)
